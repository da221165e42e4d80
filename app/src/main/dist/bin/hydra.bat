@echo off
rem Starts Hydra Workbench: the window without arguments (or with --demo), the command line otherwise.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0.."
set "JAVA25="
call :try "%HYDRA_JAVA_HOME%"
call :try "%HOME_DIR%\runtime"
call :try "%JAVA_HOME%"
call :try "%JAVA_HOME_25_X64%"
for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%USERPROFILE%\.jdks\*25*") do call :try "%%~d"
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
"%JAVA25%\bin\java.exe" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Dai.djl.offline=true -XX:+UseParallelGC -XX:MaxRAMPercentage=50 %HYDRA_JAVA_OPTIONS% -cp "%HOME_DIR%\lib\*" %MAIN% %*
exit /b %ERRORLEVEL%

:try
if defined JAVA25 exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>nul && set "JAVA25=%~1"
exit /b 0
