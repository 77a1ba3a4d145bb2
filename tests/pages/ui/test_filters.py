"""Widgets write the address; the address sets the widgets."""

from __future__ import annotations

from tests.pages.ui.conftest import Run


def all_filters() -> None:
    from pages.ui import filters, ranking_filters, shell

    view = shell.view()
    names = {"a": "A", "b": "B"}
    filters.bar(
        view,
        filters.province,
        filters.index,
        filters.period,
        filters.universe,
        filters.indicator,
        filters.lens,
        filters.against,
        ranking_filters.measure,
        ranking_filters.region,
        ranking_filters.search,
    )
    filters.option(view, "side", names, label="Side", current=view.option("side", tuple(names), "a"))


def test_widgets_show_what_the_address_says(run: Run) -> None:
    page = run(
        all_filters, province="48", period="2022", universe="63", indicator="cybersecurity", search="hue", side="b"
    )
    assert not page.exception
    assert page.selectbox(key="choose_province").value == "48"
    assert page.selectbox(key="choose_period").value == 2022
    assert page.selectbox(key="choose_indicator").value == "cybersecurity"
    assert page.text_input(key="choose_search").value == "hue"
    assert page.button_group(key="choose_side").value == "b"


def test_names_can_be_found_without_diacritics(run: Run) -> None:
    options = run(all_filters).selectbox(key="choose_province").options
    assert "Đà Nẵng (Da Nang)" in options
    assert options.index("Đắk Lắk (Dak Lak)") < options.index("Đồng Nai (Dong Nai)") < options.index("Gia Lai")


def test_a_choice_rewrites_the_address_and_keeps_the_rest(run: Run) -> None:
    page = run(all_filters, lang="en", province="48", side="b")
    page.selectbox(key="choose_period").set_value(2022).run()
    assert not page.exception
    address = page.query_params
    assert (address["period"], address["framework"], address["province"]) == ("2022", "QD922-2022", "48")
    assert (address["lang"], address["side"]) == ("en", "b")


def test_an_emptied_option_leaves_the_address(run: Run) -> None:
    page = run(all_filters, search="hue", region="southeast")
    page.text_input(key="choose_search").set_value("").run()
    page.selectbox(key="choose_region").set_value("").run()
    assert "search" not in page.query_params and "region" not in page.query_params


def test_another_index_stays_in_the_year_where_it_can(run: Run) -> None:
    page = run(all_filters, period="2020")
    page.button_group(key="choose_family").set_value("ict").run()
    assert (page.query_params["framework"], page.query_params["period"]) == ("ICT-INDEX", "2020")
    page.button_group(key="choose_family").set_value("dti").run()
    assert (page.query_params["framework"], page.query_params["period"]) == ("QD1726-2020", "2020")


def test_a_universe_takes_the_unit_along(run: Run) -> None:
    page = run(all_filters, province="49")
    page.button_group(key="choose_universe").set_value(34).run()
    assert (page.query_params["universe"], page.query_params["province"]) == ("34", "48")


def test_rivals_stand_in_the_address_in_the_order_they_were_chosen(run: Run) -> None:
    page = run(all_filters)
    page.multiselect(key="choose_against").set_value(["79", "01"]).run()
    assert page.query_params["against"] == "79,01"


def test_a_measure_of_a_lens_brings_its_lens(run: Run) -> None:
    page = run(all_filters, period="2022")
    page.selectbox(key="choose_measure").set_value(("rossotto_2012", "leadership")).run()
    assert not page.exception
    assert (page.query_params["indicator"], page.query_params["lens"]) == ("leadership", "rossotto_2012")
    assert page.selectbox(key="choose_indicator").value == "dti"  # pages without lens categories show the index


def test_an_option_that_is_not_allowed_is_the_default(run: Run) -> None:
    assert run(all_filters, side="c").button_group(key="choose_side").value == "a"
