"""The sandbox's command, as scripts start and stop it."""

import signal
import subprocess
import urllib.request


class Sandbox:
    """A running `clockify-sandbox` on a port of its own. Use it in a `with` statement."""

    def __init__(self, command, *options):
        self.process = subprocess.Popen([command, "--port", "0", *options], stdout=subprocess.PIPE, text=True)
        self.values = {}
        for line in self.process.stdout:
            words = line.rsplit(maxsplit=1)
            if len(words) == 2:
                self.values[words[0].strip()] = words[1]
            if words and words[0].strip() == "workspace":
                break
        if "workspace" not in self.values:
            raise SystemExit(f"{command} ended with {self.process.wait()} instead of printing its addresses")
        self.address = self.values["API"].removesuffix("/api/v1")
        self.api, self.reports = self.values["API"], self.values["reports"]
        self.key, self.workspace = self.values["key"], self.values["workspace"]

    def reset(self):
        """Forgets everything that was created."""
        request = urllib.request.Request(self.address + "/_sandbox/reset", method="POST")
        urllib.request.urlopen(request).close()

    def stop(self):
        """Stops the command as Control-C does. Anything but a clean end is an error."""
        if self.process.poll() is not None:
            raise SystemExit(f"the sandbox ended early, with {self.process.returncode}")
        self.process.send_signal(signal.SIGINT)
        self.process.stdout.read()
        if self.process.wait() not in (0, 130, -signal.SIGINT):
            raise SystemExit(f"the sandbox ended with {self.process.returncode} after SIGINT")

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.stop()
