// Why compiled code is left other than by returning. Benign exits (fuel, pause, guest throw, the end of an OSR loop) have no
// reason here: they are never held against a unit.

export type DeoptReason =
  | 'uncommon branch' // control reached what had never run when the unit was compiled
  | 'operand type' // a speculation on the kind of an operand failed
  | 'result type' // a load or a call gave something else than the numbers seen before
  | 'call target' // what is called is not callable, or not what the site had seen
  | 'trap' // a host operator rejected guest operands (I2)
  | 'proxy' // an operand is a Proxy, or has one on its prototype chain
  | 'stress'; // --stress-deopt
