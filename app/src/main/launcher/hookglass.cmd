@echo off
rem Starts Hookglass with the Java of JAVA_HOME, a runtime folder beside bin, or the PATH. It must be 25 or newer.
rem HOOKGLASS_JAVA_OPTS holds further options for Java.
setlocal
set "home=%~dp0.."
set "java=java"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java.exe"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --sun-misc-unsafe-memory-access=allow -XX:+UseCompactObjectHeaders -version >nul 2>nul
if errorlevel 1 (
    echo hookglass: no Java 25 or newer was found. Install one, such as Eclipse Temurin 25 from https://adoptium.net, then set JAVA_HOME to its folder. 1>&2
    exit /b 1
)
"%java%" -Xlog:disable -Xlog:all=warning:stderr ^
    --module-path "%home%\lib\javafx" --add-modules javafx.controls,jfx.incubator.richtext ^
    --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
    -XX:+UseCompactObjectHeaders -Xms96m -Xmx768m ^
    -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:G1PeriodicGCInterval=30000 ^
    -XX:NewSize=48m -XX:MaxNewSize=128m -XX:GCTimeRatio=12 ^
    -XX:-G1UseAdaptiveIHOP -XX:InitiatingHeapOccupancyPercent=50 ^
    -XX:TrimNativeHeapInterval=10000 ^
    %HOOKGLASS_JAVA_OPTS% -cp "%home%\lib\hookglass.jar" dev.hookglass.Main %*
exit /b %errorlevel%
