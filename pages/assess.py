"""Tự đánh giá: where do we stand on the assessment frameworks of the field, and does measurement agree?"""

import streamlit as st

from etl import assessments
from pages.ui import (
    access,
    assess_answers,
    assess_choices,
    assess_forms,
    assess_history,
    assess_results,
    filters,
    shell,
)
from pages.ui.assess_answers import Sheet
from pages.ui.signing import signer

view = shell.view()
texts = view.texts
st.title(texts("assess.title_of_page"), anchor=False)
access.gate(texts)
asked = assess_choices.asked(view)
assess_choices.bar(view, asked)
instrument, lang = asked.instrument, texts.lang
st.markdown(f"**{instrument.said('question', lang)}**")
st.caption(" ".join([instrument.said("note", lang), texts("assess.source", source=instrument.said("source", lang))]))
parts = texts.under("assess.part")
part = view.option("part", tuple(parts), next(iter(parts)))
with st.container(horizontal=True, vertical_alignment="bottom"):
    filters.option(view, "part", parts, label=texts("assess.choose_part"), current=part)
    if part == "results" and instrument.top:
        assess_choices.wanted(view, asked)
subject = asked.subject

if subject is None:
    st.info(texts("assess.name_the_unit"))
elif part == "results":
    assess_results.show(view, asked, subject, assessments.answers(subject))
else:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = signer(view, "assess")
        voices = texts.under("assess.voice")
        voice = view.option("voice", tuple(voices), next(iter(voices)))
        filters.option(view, "voice", voices, label=texts("assess.choose_voice"), current=voice)
    assessor = "" if voice == "agreed" else by
    if part == "form":
        assess_forms.download(view, asked, subject, assessor)
        assess_forms.upload(view, by)
    else:
        if not by:
            st.info(texts("assess.give_a_name"))
        sheet = Sheet(instrument, subject, assessor, by)
        assess_answers.questions(view, sheet, assessments.answers(subject) if by else [])
        assess_history.show(view, instrument, subject, by=by)
