"""A document's structure tree goes below the book's: what is read aloud stays whole."""

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)


def join_tags(writer: PdfWriter, document: PdfReader, first: int) -> None:
    """Hang the tags of a document, whose pages begin at the 0-based `first`, into the book's tree.

    The document becomes a part of the book; keys of its pages and names of its table heads are
    made different from those of all documents before it.
    """
    tree = dictionary(writer.root_object["/StructTreeRoot"])
    whole = dictionary(array(tree["/K"])[0])
    added = dictionary(document.root_object["/StructTreeRoot"])
    for part in array(added["/K"]):
        element = dictionary(part)
        _rename(element, f"{first}-")
        # Else the document's own root, now without use, would be copied with its children.
        del element["/P"]
        copy = element.clone(writer)
        copy[NameObject("/P")] = whole.indirect_reference
        copy[NameObject("/S")] = NameObject("/Part")
        array(whole["/K"]).append(copy.indirect_reference)
    parents = _parents(tree)
    offset = 1 + max((key for key, _ in _pairs(parents)), default=-1)
    for key, value in _pairs(_parents(added)):
        parents.extend((NumberObject(key + offset), value.clone(writer)))
    # Pages lose this key when they are added.
    for page, original in zip(writer.pages[first:], document.pages, strict=True):
        if "/StructParents" in original:
            key = int(str(original["/StructParents"])) + offset
            page[NameObject("/StructParents")] = NumberObject(key)


def dictionary(value: PdfObject | None) -> DictionaryObject:
    """The dictionary a value is or refers to."""
    found = value.get_object() if value is not None else None
    if not isinstance(found, DictionaryObject):
        raise TypeError(f"a dictionary was expected, not {found!r}")
    return found


def array(value: PdfObject | None) -> ArrayObject:
    """The array a value is or refers to."""
    found = value.get_object() if value is not None else None
    if not isinstance(found, ArrayObject):
        raise TypeError(f"an array was expected, not {found!r}")
    return found


def _parents(tree: DictionaryObject) -> ArrayObject:
    return array(dictionary(tree["/ParentTree"])["/Nums"])


def _pairs(numbers: ArrayObject) -> tuple[tuple[int, PdfObject], ...]:
    """Keys and values of a number tree's leaf."""
    return tuple(
        (int(str(key)), value) for key, value in zip(numbers[::2], numbers[1::2], strict=True)
    )


def _rename(element: DictionaryObject, prefix: str) -> None:
    """Prefix the names of table heads and what refers to them, in an element and all below."""
    waiting: list[PdfObject] = [element]
    while waiting:
        item = waiting.pop().get_object()
        if isinstance(item, ArrayObject):
            waiting.extend(item)
        elif isinstance(item, DictionaryObject):
            if "/ID" in item:
                item[NameObject("/ID")] = TextStringObject(f"{prefix}{item['/ID']}")
            about = item.get("/A")
            if isinstance(about, DictionaryObject) and "/Headers" in about:
                heads = (TextStringObject(f"{prefix}{head}") for head in array(about["/Headers"]))
                about[NameObject("/Headers")] = ArrayObject(heads)
            if "/K" in item:
                waiting.append(item["/K"])
