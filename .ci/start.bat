@echo off
rem Starts the app on this machine. The first start sets up its own environment from wheels\, with no network.
rem What follows goes to Streamlit, such as --server.port 8600.
chcp 65001 >nul
cd /d "%~dp0"
if exist .venv\.ready goto run
py -@VERSION@ -m venv .venv
if errorlevel 1 goto no_python
.venv\Scripts\python.exe -m pip install --quiet --disable-pip-version-check --no-index --find-links wheels -r app\requirements.txt
if errorlevel 1 goto failed
echo ready> .venv\.ready
:run
cd app
..\.venv\Scripts\python.exe -m streamlit run app.py %*
goto :eof
:no_python
echo Cần Python @VERSION@ 64-bit, cài kèm "py launcher". Python @VERSION@ with its launcher is needed.
pause
exit /b 1
:failed
echo Không cài được các gói trong thư mục wheels. The packages in the folder wheels could not be installed.
pause
exit /b 1
