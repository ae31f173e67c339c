"""What may be missing elsewhere and must be there in a test."""

from typing import Any, TypeVar

T = TypeVar("T")


def there(value: T | None) -> T:
    """The value, or the test fails."""
    assert value is not None
    return value


def text_of(mail: Any) -> str:
    """The text of a mail that has one."""
    return str(there(mail.get_body()).get_content())
