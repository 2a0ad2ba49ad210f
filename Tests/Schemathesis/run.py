"""Tests the sandbox's command with schemathesis, and compares what it finds with known.toml."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import tomllib

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent / "PythonClients"))

from document import prepared
from sandbox import Sandbox

SHORT = ["--phases", "examples,coverage,fuzzing", "--max-examples", "5", "--generation-deterministic"]


def main():
    if len(sys.argv) < 3:
        raise SystemExit("usage: run.py COMMAND SPEC [OPTION …]: the built clockify-sandbox, the bundled spec, other options")
    command, spec, *options = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        document, report = folder + "/document.json", folder + "/report.ndjson"
        # It keeps what it found where it runs, and would try that first the next time.
        for name in ("schemathesis.toml", "hooks.py"):
            shutil.copy(HERE / name, folder)
        with open(spec) as given, open(document, "w") as file:
            json.dump(prepared(json.load(given)), file)
        with Sandbox(command, "--with", "documented") as sandbox:
            tool = subprocess.run(
                [pathlib.Path(sys.executable).with_name("schemathesis"), "--config-file", "schemathesis.toml", "run", document,
                 "--url", sandbox.address, "--header", f"X-Api-Key: {sandbox.key}", "--no-color", "--warnings", "off",
                 "--report", "ndjson", "--report-ndjson-path", report, *(options or SHORT)],
                cwd=folder, env=os.environ | {"SANDBOX": sandbox.address}, stdout=subprocess.PIPE, text=True)
        with open(report) as lines:
            events = [json.loads(line) for line in lines]
    # 1 says that something was found.
    if tool.returncode not in (0, 1):
        raise SystemExit(f"{tool.stdout}\nschemathesis ended with {tool.returncode}")
    judge(events, tool.stdout, is_short=not options)


def judge(events, printed, is_short):
    """Exits with an error if something is found that is not known, or known and not found."""
    known = tomllib.loads((HERE / "known.toml").read_text())["finding"]
    scenarios = [event["ScenarioFinished"]["recorder"] for event in events if "ScenarioFinished" in event]
    findings = [finding for scenario in scenarios for finding in findings_of(scenario)]
    # The tool's own failures.
    findings += [Finding("none", name, None, json.dumps(event)) for event in events for name in event if "Error" in name]
    new = {str(finding): finding for finding in findings if not any(finding.fits(entry) for entry in known)}
    expected = [entry for entry in known if is_short and not entry.get("random")]
    gone = [entry for entry in expected if not any(finding.fits(entry) for finding in findings)]
    if new:
        print(printed)
    for finding in new:
        print(f"new: {finding}")
    for entry in gone:
        print(f"gone: {entry['operation']}: remove it from known.toml")
    cases = sum(len(scenario.get("cases", {})) for scenario in scenarios)
    tested = len({scenario["label"] for scenario in scenarios if scenario.get("cases")})
    print(f"schemathesis: {cases} requests to {tested} operations, {len(known)} known findings, {len(new)} new, {len(gone)} gone")
    if new or gone or not cases:
        raise SystemExit(1)


class Finding:
    """A check of an answer that failed."""

    def __init__(self, operation, check, status, text):
        self.operation, self.check, self.status, self.text = operation, check, status, text

    def __str__(self):
        return f"{self.operation}: {self.check}: {self.status}: {self.text}"

    def fits(self, entry):
        fits = (self.operation, self.status) == (entry["operation"], entry["status"]) and self.check in entry["checks"]
        return fits and entry.get("text", "") in self.text


def findings_of(scenario):
    for case, checks in scenario.get("checks", {}).items():
        for check in checks:
            if check["status"] == "success":
                continue
            failure = check["failure_info"]["failure"]
            answer = scenario["interactions"].get(case, {}).get("response") or {}
            text = " ".join(f"{failure['title']}: {failure['message']}".split())
            yield Finding(failure["operation"], check["name"], answer.get("status_code"), text[:300])


if __name__ == "__main__":
    main()
