"""The files of reports, opened with other programs' code: Python's csv and zipfile, openpyxl and pypdf."""

import csv
import io
import json
import urllib.request
import zipfile

import openpyxl
import pypdf

from contents import Contents
from steps import Steps

NAME = "report files"
KINDS = {
    "detailed": {"detailedFilter": {"page": 1, "pageSize": 50}},
    "summary": {"summaryFilter": {"groups": ["PROJECT", "TASK"]}},
    "weekly": {"weeklyFilter": {"group": "PROJECT", "subgroup": "TIME"}},
}


def export(sandbox, kind, form):
    """Returns the bytes of a report of the first week of March 2026."""
    body = {"dateRangeStart": "2026-03-02T00:00:00Z", "dateRangeEnd": "2026-03-08T23:59:59Z", "exportType": form, **KINDS[kind]}
    request = urllib.request.Request(
        f"{sandbox.reports}/workspaces/{sandbox.workspace}/reports/{kind}", json.dumps(body).encode(),
        {"X-Api-Key": sandbox.key, "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return answer.read()


def csv_rows(file):
    """The rows of a CSV file, without the mark that says it is UTF-8."""
    return list(csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), strict=True))


def xlsx_rows(file):
    """The rows of the only sheet of a workbook, as texts."""
    book = openpyxl.load_workbook(io.BytesIO(file))
    sheet, = book.worksheets
    return [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]


def pdf_text(file):
    """The text of all pages."""
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(file), strict=True).pages)


def same(left, right):
    """Compares cells: numbers by value, since a workbook has no trailing zeros."""
    try:
        return float(left) == float(right)
    except ValueError:
        return left == right


def run(sandbox):
    step = Steps(NAME)
    Contents(sandbox)
    for kind in KINDS:
        with step(f"{kind} as CSV"):
            rows = csv_rows(export(sandbox, kind, "CSV"))
            assert len(rows) > 1 and len({len(row) for row in rows}) == 1, rows
            assert any("Apollo" in cell for row in rows for cell in row), rows
        with step(f"{kind} as XLSX"):
            sheet = xlsx_rows(export(sandbox, kind, "XLSX"))
            assert len(sheet) == len(rows) and len(sheet[0]) == len(rows[0]), (sheet, rows)
            assert all(same(*pair) for pair in zip(sum(sheet, []), sum(rows, []))), (sheet, rows)
        with step(f"{kind} as PDF"):
            text = pdf_text(export(sandbox, kind, "PDF"))
            assert "Apollo" in text, text
            assert all(cell in text for row in rows[:1] for cell in row), (text, rows[0])
        with step(f"{kind} as ZIP"), zipfile.ZipFile(io.BytesIO(export(sandbox, kind, "ZIP"))) as archive:
            assert archive.testzip() is None
            names = archive.namelist()
            tables = [name for name in names if name.endswith(".csv")]
            assert [csv_rows(archive.read(name)) for name in tables] == [rows], names
            for name in names:
                if name.endswith(".pdf"):
                    assert "Apollo" in pdf_text(archive.read(name)), name
    with step("the detailed report's hours and money"):
        head, *rows = csv_rows(export(sandbox, "detailed", "CSV"))
        first = next(dict(zip(head, row)) for row in rows if "Descent" in row)
        assert first["Project"] == "Apollo" and first["Client"] == "Acme" and first["Task"] == "Landing", first
        assert any(same(value, "75") for value in first.values()) and any(same(value, "1.5") for value in first.values()), first
    return step.report()
