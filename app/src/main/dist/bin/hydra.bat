@echo off
rem Starts Hydra Workbench: the window without arguments (or with --demo), the command line otherwise.
rem Paths may hold any letter and sign: nothing is expanded twice, and each line closes the quotes it opens, as cmd counts them.
setlocal enableextensions disabledelayedexpansion
set "HOME_DIR=%~dp0.."
set "JAVA25="
set "CANDIDATE=%HYDRA_JAVA_HOME%" & call :try
set "CANDIDATE=%HOME_DIR%\runtime" & call :try
set "CANDIDATE=%JAVA_HOME%" & call :try
set "CANDIDATE=%JAVA_HOME_25_X64%" & call :try
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Amazon Corretto\jdk25*" "%ProgramFiles%\BellSoft\LibericaJDK-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do (
    set "CANDIDATE=%%~d"
    call :try
)
for %%j in (java.exe) do (
    set "CANDIDATE=%%~dp$PATH:j.."
    if not "%%~$PATH:j"=="" call :try
)
if not defined JAVA25 (
    echo hydra: Java 25 is missing - install a JDK 25, for example Eclipse Temurin 25, or set HYDRA_JAVA_HOME to one. 1>&2
    exit /b 1
)
set "MAIN=org.hydraworkbench.cli.Main"
if "%~1"=="" set "MAIN=org.hydraworkbench.app.shell.Launcher"
if "%~1"=="--window" set "MAIN=org.hydraworkbench.app.shell.Launcher"
if "%~1"=="--demo" set "MAIN=org.hydraworkbench.app.shell.Launcher"
if /i "%~x1"==".hydra" set "MAIN=org.hydraworkbench.app.shell.Launcher"
set "OPT_OUT_TRACKING=true"
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"
rem What is printed is UTF-8, which the console shows only on its page 65001.
set "PAGE="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "PAGE=%%p"
chcp 65001 >nul
"%JAVA25%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -XX:+UseParallelGC -XX:MaxRAMPercentage=50 %HYDRA_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\*" %MAIN% %*
set "CODE=%ERRORLEVEL%"
if defined PAGE chcp %PAGE% >nul
exit /b %CODE%

:try
if defined JAVA25 exit /b 0
if not defined CANDIDATE exit /b 0
if not exist "%CANDIDATE%\bin\java.exe" exit /b 0
findstr /b /r "JAVA_VERSION=.25[^0-9]" "%CANDIDATE%\release" >nul 2>nul && set "JAVA25=%CANDIDATE%"
exit /b 0
