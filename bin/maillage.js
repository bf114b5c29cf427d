#!/usr/bin/env node
/* Plain old JavaScript: any Node must be able to read this far, to start the one that Maillage needs. */
'use strict'

var fs = require('fs')
var os = require('os')
var path = require('path')
var childProcess = require('child_process')

var leastMajor = 24
var root = path.join(__dirname, '..')
// From a clone Node runs the sources; the package holds what tsc emitted from them.
var source = path.join(root, 'server', 'cli.ts')
var cli = fs.existsSync(source) ? source : path.join(root, 'dist', 'server', 'cli.js')

if (parseInt(process.versions.node, 10) >= leastMajor) {
  keepCompiled()
  require(cli)
} else runWith(ownNode())

/* What Node compiles is kept for the next start, and for the threads of this one, which look for it in the environment. */
function keepCompiled() {
  if (!process.env.NODE_COMPILE_CACHE) {
    process.env.NODE_COMPILE_CACHE = path.join(root, 'node_modules', '.cache', 'compiled')
  }
  require('module').enableCompileCache(process.env.NODE_COMPILE_CACHE)
}

/* The Node that the dependency `node` brought; null when its install script did not run. */
function ownNode() {
  try {
    var folder = path.join(path.dirname(require.resolve('node/package.json')), 'bin')
    var names = ['node', 'node.exe']
    for (var i = 0; i < names.length; i++) {
      if (fs.existsSync(path.join(folder, names[i]))) return path.join(folder, names[i])
    }
    return null
  } catch (error) {
    return null
  }
}

function runWith(node) {
  if (node === null) {
    tellWhatToDo()
    return
  }
  var child = childProcess.spawn(node, [cli].concat(process.argv.slice(2)), { stdio: 'inherit' })
  var signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  signals.forEach(function (signal) {
    process.on(signal, function () {
      // A terminal signals the whole group, and the child heard it already; a supervisor signals us alone.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  })
  child.on('error', tellWhatToDo)
  child.on('exit', function (code, signal) {
    process.exitCode = code === null ? 128 + os.constants.signals[signal] : code
  })
}

function tellWhatToDo() {
  process.stderr.write(
    'Maillage a besoin de Node.js ' +
      leastMajor +
      ' ou plus récent, celui-ci est le ' +
      process.versions.node +
      '. ' +
      'Installez-le depuis https://nodejs.org, ou réinstallez Maillage en autorisant le script d’installation du paquet « node ».\n' +
      'Maillage needs Node.js ' +
      leastMajor +
      ' or newer, this one is ' +
      process.versions.node +
      '. ' +
      'Install it from https://nodejs.org, or install Maillage again and allow the install script of the package "node".\n',
  )
  process.exitCode = 2
}
