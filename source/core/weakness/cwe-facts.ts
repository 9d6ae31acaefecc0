/** What a CWE without a lesson of its own is about, in our words; names follow the CWE list (MITRE CWE 4.x). */
export type CweFact = { readonly name: string; readonly what: string; readonly advice: string }

/** Facts of the CWE ids that other scanners report most and that no lesson covers. */
export const CWE_FACTS: Readonly<Record<number, CweFact>> = {
  20: {
    name: 'Improper input validation',
    what: 'A value from outside is used before anything checks that it is what the code expects.',
    advice: 'Check type, length and range where the value comes in, and reject what does not fit.',
  },
  119: {
    name: 'Access outside a buffer',
    what: 'Memory is read or written past the end of the space that was set aside.',
    advice: 'Check the length against the space before the access.',
  },
  125: {
    name: 'Out-of-bounds read',
    what: 'Memory is read past the end of a buffer, so secrets beside it can leak.',
    advice: 'Check the index against the length before reading.',
  },
  190: {
    name: 'Integer overflow',
    what: 'A sum or product can grow past what its type holds and wraps to a small number.',
    advice: 'Check the bounds before the arithmetic, or use a wider type.',
  },
  250: {
    name: 'More rights than needed',
    what: 'The program runs with rights that its task does not need, so any other mistake costs more.',
    advice: 'Drop the rights, or run as a user that has only what the task needs.',
  },
  252: {
    name: 'Return value not checked',
    what: 'A call can fail, and the code goes on as if it had not.',
    advice: 'Test the result and stop when the call failed.',
  },
  369: {
    name: 'Division by zero',
    what: 'A divisor can be zero, which stops the program or gives a value that is no number.',
    advice: 'Test the divisor first.',
  },
  401: {
    name: 'Memory never released',
    what: 'Memory is kept after its last use; repeated often enough, the process runs out.',
    advice: 'Release it on every way out of the function.',
  },
  404: {
    name: 'Resource not released',
    what: 'A file, connection or lock stays open after its last use, until no more can be opened.',
    advice: 'Close it on every way out, for example with a block that closes by itself.',
  },
  416: {
    name: 'Use after free',
    what: 'Memory is used after it was given back; someone else may own it by then.',
    advice: 'Drop the pointer when the memory is released.',
  },
  427: {
    name: 'Uncontrolled search path',
    what: 'A program or library is looked up in folders that others can write to.',
    advice: 'Name it with its full path.',
  },
  476: {
    name: 'Use of a missing value',
    what: 'A value that can be null is used as if it were always there, and the program stops.',
    advice: 'Test for null first, or make null impossible.',
  },
  506: {
    name: 'Hidden malicious code',
    what: 'The code looks as if it does something its author did not want readers to see.',
    advice: 'Find out where it came from before anything runs it.',
  },
  605: {
    name: 'Listens on every interface',
    what: 'The service answers on all addresses of the machine, not only on the intended one.',
    advice: 'Bind to the one address that is meant.',
  },
  617: {
    name: 'Assertion that input can reach',
    what: 'An assertion guards against input, but assertions stop the program or vanish in optimised runs.',
    advice: 'Use an ordinary check that rejects the input.',
  },
  668: {
    name: 'Resource exposed to the wrong people',
    what: 'Something internal can be reached from where it should not be.',
    advice: 'Narrow who can reach it.',
  },
  676: {
    name: 'Dangerous function',
    what: 'The function has a use that is nearly always a mistake.',
    advice: 'Use its safer successor.',
  },
  704: {
    name: 'Wrong conversion',
    what: 'A value is converted to a type that cannot hold it as it is.',
    advice: 'Check the value before converting it.',
  },
  787: {
    name: 'Out-of-bounds write',
    what: 'Memory is written past the end of a buffer, which can change what the program does.',
    advice: 'Check the index against the length before writing.',
  },
  1188: {
    name: 'Insecure default',
    what: 'A setting starts with a value that is not safe and has to be changed by hand.',
    advice: 'Set the safe value explicitly.',
  },
}
