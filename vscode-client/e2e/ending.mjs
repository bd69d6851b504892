// However a script ends, what it has started ends with it, and its temporary folders are removed.
import { constants } from 'node:os';

const duties = [];

process.once('exit', () => {
  // The last first: a process is ended before the folder is removed that it writes to.
  for (const duty of duties.reverse()) {
    duty();
  }
});

/** Has this done at the end of the process, without waiting for anything; returns what takes it off the list. */
export function atTheEnd(duty) {
  duties.push(duty);
  return () => duties.splice(duties.indexOf(duty), 1);
}

/** To be called before anything is started. Without it a signal ends the process with nothing else done. */
export function endOnSignals(exitCode) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => process.exit(exitCode ?? 128 + constants.signals[signal]));
  }
}
