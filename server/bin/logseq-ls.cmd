@echo off
rem Starts logseq-ls with the Java on JAVA_HOME or the PATH. In a source checkout it builds the jar on first use.
setlocal
set "BIN=%~dp0"
set "JAR=%BIN%..\target\logseq-ls.jar"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo logseq-ls: Java 17 or newer is needed; install it, or set JAVA_HOME to where it is. 1>&2
  exit /b 2
)
if not exist "%JAR%" (
  echo logseq-ls: building %JAR% 1>&2
  call mvn -q -B -f "%BIN%..\pom.xml" -DskipTests package 1>&2
  if errorlevel 1 exit /b 2
)
"%JAVA%" "@%BIN%jvm.options" -jar "%JAR%" %*
