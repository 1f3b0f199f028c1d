export default class { x = this.constructor.name; }
