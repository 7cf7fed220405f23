"""Prints the main headings of a Word document as JSON.

python headings.py FILE
"""

import json
import sys

import docx

paragraphs = docx.Document(sys.argv[1]).paragraphs
print(json.dumps([one.text for one in paragraphs if one.style.name == "Heading 1"]))
