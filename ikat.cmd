@echo off
rem Runs Ikat. Builds it on first use; delete lab\target\quick to build again.
setlocal
set "HOME_DIR=%~dp0"
set "CLASS_PATH_FILE=%HOME_DIR%lab\target\quick\ikat.classpath"
where java >nul 2>nul
if errorlevel 1 (
    echo ikat: no java on the PATH; Ikat needs a JDK 17 or newer. 1>&2
    exit /b 1
)
if not exist "%CLASS_PATH_FILE%" (
    echo Building Ikat, once; this takes about a minute ... 1>&2
    call "%HOME_DIR%mvnw.cmd" -q -B -ntp -f "%HOME_DIR%pom.xml" -Dquick -pl lab -am package 1>&2
    if errorlevel 1 exit /b 1
)
for /f "usebackq delims=" %%c in ("%CLASS_PATH_FILE%") do set "CLASS_PATH=%%c"
if not defined OMP_WAIT_POLICY set OMP_WAIT_POLICY=passive
if not defined GOMP_SPINCOUNT set GOMP_SPINCOUNT=1000
java -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED "-Dikat.gallery=%HOME_DIR%gallery" %IKAT_JAVA_OPTS% ^
    -cp "%HOME_DIR%lab\target\quick\ikat-lab.jar;%CLASS_PATH%" ikat.cli.Ikat %*
exit /b %ERRORLEVEL%
