"""Answers to a page's questions: frames in; a sentence, a chart and its table out. No widgets, no database."""
