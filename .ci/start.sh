#!/bin/sh
# Starts the app on this machine. The first start sets up its own environment from wheels/, with no network.
# PYTHON names another Python @VERSION@; what follows goes to Streamlit, such as --server.port 8600.
set -eu
cd "$(dirname "$0")"
PYTHON=${PYTHON:-python@VERSION@}
if ! "$PYTHON" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@VERSION@")' 2>/dev/null; then
  echo "Cần Python @VERSION@ (lệnh $PYTHON không chạy được bản này). Đặt biến PYTHON trỏ tới Python @VERSION@." >&2
  echo "Python @VERSION@ is needed. Set PYTHON to the path of one." >&2
  exit 1
fi
if [ ! -e .venv/.ready ]; then
  "$PYTHON" -m venv .venv
  .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels -r app/requirements.txt
  touch .venv/.ready
fi
cd app
exec ../.venv/bin/python -m streamlit run app.py "$@"
