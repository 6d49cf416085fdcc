@echo off
rem Starts PhysGrad. The environment variables are those of the script for Unix, next to this file.
rem A batch file cannot tell whether a terminal shows its output, so that progress comes in lines here, without a bar.
setlocal
set "HOME_DIR=%~dp0.."

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java")
set "VERSION="
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i " version "') do if not defined VERSION set "VERSION=%%~v"
if not defined VERSION (
  echo physgrad: Java is missing: install version 17 or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if %MAJOR% LSS 17 (
  echo physgrad: Java 17 or newer is needed, but "%JAVA%" is version %VERSION%: set JAVA_HOME 1>&2
  exit /b 1
)

set "OPTIONS=%PHYSGRAD_JAVA_OPTS%"
if %MAJOR% GEQ 24 set "OPTIONS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %OPTIONS%"
if defined PHYSGRAD_DEBUG set "OPTIONS=-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=%PHYSGRAD_DEBUG% %OPTIONS%"
if defined PHYSGRAD_THREADS set "OMP_NUM_THREADS=%PHYSGRAD_THREADS%"

rem The window is a product of its own.
set "PRODUCT=headless"
set "HEADLESS=true"
if "%~1"=="workbench" (
  set "PRODUCT=workbench"
  set "HEADLESS=false"
)

"%JAVA%" -XX:+UseSerialGC -XX:MaxRAMPercentage=50 ^
  -Dorg.bytedeco.javacpp.maxBytes=0 -Dorg.bytedeco.javacpp.maxPhysicalBytes=0 ^
  -Djava.awt.headless=%HEADLESS% ^
  "-Dphysgrad.home=%HOME_DIR%" -Dphysgrad.product=%PRODUCT% %OPTIONS% ^
  -cp "%HOME_DIR%\launcher\*" org.physgrad.launcher.Main %*
exit /b %ERRORLEVEL%
