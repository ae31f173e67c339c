"""Pictures by their content, whatever they are called."""

IMAGE_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def image_kind(image: bytes | None) -> str:
    """Media type of a PNG or JPEG by its first bytes; "" for anything else."""
    kinds = (kind for mark, kind in IMAGE_KINDS.items() if image and image.startswith(mark))
    return next(kinds, "")
