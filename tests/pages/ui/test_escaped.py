"""Words from workbooks in HTML: letters, never markup."""

from pages.ui import escaped

NASTY = '<img src=x onerror="alert(1)">&amp;'
LETTERS = "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;&amp;amp;"


def test_every_cell_heading_and_line_is_letters() -> None:
    for html in (
        escaped.table([NASTY], [["x"]], what="x"),
        escaped.table(["x"], [[NASTY]], what="x"),
        escaped.table(["x"], [["x"]], what=NASTY),
        escaped.listed([NASTY]),
        escaped.linked([NASTY]),
        escaped.paragraph(NASTY),
    ):
        assert LETTERS in html and "<img" not in html


def test_a_table_has_headings_for_its_columns() -> None:
    html = escaped.table(["Ô", "Vấn đề"], [["A1", "x"], ["B2", "y"]], what="Lỗi", kind="problems")
    assert html.count('<th scope="col">') == 2 and html.count("<td>") == 4 and 'class="told problems"' in html


def test_markdown_keeps_plain_words_as_they_are() -> None:
    for words in ("Thừa Thiên Huế: 0,6975 (hạng 4/63)", "lúc 23:19", "1 = tốt nhất", "Quyết định 922/QĐ-BTTTT"):
        assert escaped.markdown(words).replace("\\", "") == words


def test_markdown_breaks_whatever_would_come_alive() -> None:
    for words in (":material/delete:", "http://evil.example", "www.evil.example", "a@evil.example", "- x", "1. x"):
        assert "\u2060" in escaped.markdown(words)
    assert escaped.markdown("*a* _b_ $c$ ~d~ `e` #|").replace("\\", "") == "*a* _b_ $c$ ~d~ `e` #|"
    assert escaped.markdown("**x** [y](z) <b>&lt;") == r"\*\*x\*\* \[y\](z) \<b\>\&lt;"
    assert "\n" not in escaped.markdown("x\n\n# y")


def test_only_addresses_of_the_web_become_links() -> None:
    html = escaped.links(["https://dti.gov.vn/xep-hang?a=1&b=2", "javascript:alert(1)", 'https://x.vn/"onclick="', NASTY])
    assert html.count("<a ") == 1 and 'href="https://dti.gov.vn/xep-hang?a=1&amp;b=2"' in html


def test_only_addresses_of_the_web_can_be_opened() -> None:
    html = escaped.linked(['see "https://a.example/b?c=1&d=2"; javascript:alert(1) <http://x.example>'])
    assert 'href="https://a.example/b?c=1&amp;d=2"' in html and 'href="http://x.example"' in html
    assert html.count("<a ") == 2 and html.count('rel="noopener noreferrer"') == 2
