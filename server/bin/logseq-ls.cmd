@echo off
rem Starts logseq-ls with the Java on JAVA_HOME or the PATH. In a source checkout it builds the jar on first use.
setlocal
set "BIN=%~dp0"
set "JAR=%BIN%..\target\logseq-ls.jar"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
if "%JAVA%"=="java" (
  where /q java
  if errorlevel 1 (
    echo logseq-ls: Java 17 or newer is needed; install it, or set JAVA_HOME to where it is. 1>&2
    exit /b 2
  )
)
if not exist "%JAR%" (
  echo logseq-ls: building %JAR% 1>&2
  call mvn -q -B -f "%BIN%..\pom.xml" -DskipTests package 1>&2
  if errorlevel 1 exit /b 2
)

rem The archive of classes that the JVM starts faster from: PLACE.STAMP.SIZE.jsa, made by the server (ClassArchive).
rem A JVM dies of an archive that was cut off, so one of another size is left alone.
set "ARCHIVE="
set "PLACE="
set "NAME=%JAR:\=-%"
set "NAME=%NAME::=%"
if defined LOCALAPPDATA set PLACE="-Dlogseqls.archive=%LOCALAPPDATA%\logseq-ls\%NAME%"
if /i "%LOGSEQ_LS_CACHE%"=="off" set "PLACE="
if defined PLACE for %%F in ("%LOCALAPPDATA%\logseq-ls\%NAME%.*.jsa") do for %%S in ("%%~nF") do if "%%~xS"==".%%~zF" set ARCHIVE="-XX:SharedArchiveFile=%%F"

set "OPTIONS=jvm.options"
if /i "%~1"=="check" set "OPTIONS=check.options"
"%JAVA%" "@%BIN%%OPTIONS%" %PLACE% %ARCHIVE% -jar "%JAR%" %*
