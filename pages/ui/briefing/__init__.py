"""A province's story as files: slides, documents and workbooks, made offline from the same slides as the screen's."""
