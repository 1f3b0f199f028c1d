export default class Named { y = 1; static make() { return new Named(); } }
