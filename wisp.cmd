@echo off
rem Runs Wisp; builds it first if a source is newer than the last build.
rem Needs a JDK 17 or newer, and Maven when there is something to build.
rem WISP_JAVA_OPTS: further options for the Java machine.
rem WISP_BUILD_OPTS: further options for Maven, such as -Pcuda for a GPU.
setlocal
set "WISP_HOME=%~dp0"
set "WISP_JAR=%WISP_HOME%app\target\wisp-app.jar"
set "WISP_JAVA=java"
if defined JAVA_HOME set "WISP_JAVA=%JAVA_HOME%\bin\java"

"%WISP_JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo wisp: Java is missing. Install a JDK 17 or newer, or set JAVA_HOME. 1>&2
  exit /b 1
)

powershell -NoProfile -Command "$h='%WISP_HOME%'; $s=Join-Path $h 'app\target\wisp.stamp'; if (!(Test-Path $s)) { exit 1 }; $t=(Get-Item $s).LastWriteTime; $n=Get-ChildItem -Recurse -File (Join-Path $h 'core\src\main'),(Join-Path $h 'lab\src\main'),(Join-Path $h 'serve\src\main'),(Join-Path $h 'app\src\main'),(Join-Path $h 'pom.xml'),(Join-Path $h 'core\pom.xml'),(Join-Path $h 'lab\pom.xml'),(Join-Path $h 'serve\pom.xml'),(Join-Path $h 'app\pom.xml') | Where-Object { $_.LastWriteTime -gt $t } | Select-Object -First 1; if ($n) { exit 1 }"
if not errorlevel 1 goto run

where mvn >nul 2>&1
if errorlevel 1 (
  echo wisp: Maven is missing ^(command mvn^). Install Maven 3.8 or newer. 1>&2
  exit /b 1
)
echo wisp: building ^(the first time downloads about 200 MB of libraries^) ... 1>&2
call mvn -q -B -f "%WISP_HOME%pom.xml" -Dmaven.test.skip=true -Dspotless.check.skip -Djacoco.skip %WISP_BUILD_OPTS% -pl app -am package 1>&2
if errorlevel 1 (
  echo wisp: the build failed. For the whole story: mvn -DskipTests package 1>&2
  exit /b 1
)
copy /y "%WISP_HOME%app\target\wisp-app-*.jar" "%WISP_JAR%" >nul
type nul > "%WISP_HOME%app\target\wisp.stamp"

:run
"%WISP_JAVA%" -XX:MaxRAMPercentage=40 -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dorg.bytedeco.javacpp.maxbytes=0 -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dwisp.stderr.terminal=true %WISP_JAVA_OPTS% -jar "%WISP_JAR%" %*
exit /b %errorlevel%
