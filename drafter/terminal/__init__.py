"""The questionnaire in a terminal: one prompt per question, saved after every answer.

What is asked, and in which order, is decided by ``drafter.questionnaire``; here are only the prompts, the file behind
them and the text of a section once it is answered. Imported by the commands ``new`` and ``fill`` alone.
"""
