"""Runs the public Python clients against the sandbox's command, and opens its report files."""

import sys

import csv_export
import jira_sync
import report_files
import sdk
import timesheet
from sandbox import Sandbox


def main():
    if len(sys.argv) != 2:
        raise SystemExit("usage: run.py COMMAND, the built clockify-sandbox")
    outcomes = []
    for client in (sdk, timesheet, jira_sync, csv_export, report_files):
        with Sandbox(sys.argv[1], "--with", "empty") as sandbox:
            outcomes.append(client.run(sandbox))
    if not all(outcomes):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
