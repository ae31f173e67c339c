"""What an officer can have meant, for rules; `model.likeness` holds it."""

from sopbatch.model.likeness import title_meant

__all__ = ["title_meant"]
