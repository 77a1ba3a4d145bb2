"""Why a workbook was refused."""

from collections.abc import Mapping


class UnreadableWorkbook(Exception):
    """The content is not a spreadsheet that can be read.

    `reason`: empty; damaged (truncated or corrupt); encrypted; not_a_spreadsheet (`found`: what it is, "PDF");
    unrecognised (nothing known); html_without_table; xml_with_dtd; no_sheets; crashed (the parser gave up).
    `details`: the placeholders of the sentence for the user, which stands under `reason_key` in data/text.
    """

    rule = "unreadable-file"

    def __init__(self, reason: str, details: Mapping[str, str | int] | None = None) -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = dict(details or {})

    @property
    def reason_key(self) -> str:
        """The text keys of this refusal without the part at the end (message, fix)."""
        return f"problems.{self.rule}.{self.reason}"

    def __str__(self) -> str:
        return " ".join([self.reason_key, *(f"{name}={value}" for name, value in self.details.items())])


class WorkbookTooLarge(UnreadableWorkbook):
    """Reading it would take more than `etl.formats.limits` allows.

    `reason`, each with `limit` in its details: bytes (MiB), unpacked (MiB), ratio, entries, sheets, cells,
    memory (MiB), time (seconds).
    """

    rule = "too-large"
