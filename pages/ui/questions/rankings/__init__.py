"""The rankings' questions: who stands where on one measure, and in which part of the country?"""
