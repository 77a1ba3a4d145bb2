"""Colours that everybody can tell apart and read; numbers in the form of the language."""

from __future__ import annotations

import itertools
import tomllib
from pathlib import Path

import numpy as np
import pytest

from pages.ui import theme
from pages.ui.theme import RIVALS, SCALE, SCALE_INK, Colour

PROJECT = Path(__file__).resolve().parents[3]

# Machado, Oliveira and Fernandes 2009: how dichromats see linear RGB.
BLIND = {
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])


def linear(code: str) -> np.ndarray:
    parts = np.array([int(code[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    light, dark = sorted((float(TO_XYZ[1] @ linear(code)) for code in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    scaled = TO_XYZ @ np.clip(rgb, 0, 1) / np.array([0.9505, 1, 1.089])
    x, y, z = np.where(scaled > 0.008856, np.cbrt(scaled), 7.787 * scaled + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def test_contrast_is_wcags() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21, abs=0.01)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("colour", [Colour.INK, Colour.MUTED, Colour.ACCENT, Colour.GAIN, Colour.LOSS, *RIVALS])
def test_words_in_this_colour_are_readable_on_the_page(colour: str) -> None:
    assert contrast(colour, Colour.PAGE) >= 4.5
    assert contrast(colour, Colour.WASH) >= 4.0


@pytest.mark.parametrize("name", ["ink", "muted", "accent", "accent-deep", "gain", "loss", "link"])
def test_words_are_readable_in_the_dark(name: str) -> None:
    assert contrast(theme.CSS_DARK[name], theme.CSS_DARK["page"]) >= 4.5
    assert contrast(theme.CSS_DARK[name], theme.CSS_DARK["wash"]) >= 4.5


def test_the_dark_has_every_colour_and_the_page_s_own() -> None:
    assert set(theme.CSS_DARK) == set(theme.CSS)
    config = tomllib.loads((PROJECT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert (config["dark"]["backgroundColor"], config["dark"]["textColor"]) == (theme.CSS_DARK["page"], theme.CSS_DARK["ink"])


def test_marks_of_the_rest_are_visible() -> None:
    assert contrast(Colour.REST, Colour.PAGE) >= 2.95


@pytest.mark.parametrize(("step", "ink"), zip(SCALE, SCALE_INK, strict=True))
def test_words_are_readable_on_every_step_of_the_scale(step: str, ink: str) -> None:
    assert contrast(step, ink) >= 4.5


def test_the_scale_darkens_step_by_step() -> None:
    lightness = [lab(linear(code))[0] for code in SCALE]
    assert all(lighter - darker > 8 for lighter, darker in itertools.pairwise(lightness))


@pytest.mark.parametrize("eyes", BLIND)
@pytest.mark.parametrize("pair", itertools.combinations([Colour.ACCENT, *RIVALS], 2))
def test_lines_stay_apart_for_colour_blind_eyes(pair: tuple[str, str], eyes: str) -> None:
    seen = [lab(np.array(BLIND[eyes]) @ linear(code)) for code in pair]
    assert np.linalg.norm(seen[0] - seen[1]) > 10


def test_every_compared_line_has_its_own_dash() -> None:
    assert len(set(theme.RIVAL_DASHES)) == len(RIVALS)
    assert len(set(theme.DASHES.values())) == len(theme.DASHES)


def test_vietnamese_numbers_have_a_decimal_comma() -> None:
    assert theme.number_locale("vi")["decimal"] == ","
    assert theme.number_locale("vi")["thousands"] == "."
    assert theme.number_locale("en")["decimal"] == "."
