// Class hierarchies with private fields and methods: a game of towers, monsters and projectiles, played by itself.
//
// Every class keeps its state in #fields, behind accessors and private methods; static private counters, `#x in o` checks and
// super calls through three levels. Damage dealt and damage taken are kept separately and must be equal.
'use strict';

/** How much more work than usual: the first argument of the program. */
const SCALE = Number(globalThis.scriptArgs?.[0] ?? 1);

const WAVES = Math.max(1, Math.round(40 * SCALE));

class Random {
  #state;
  constructor(seed) { this.#state = seed >>> 0; }
  below(limit) {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * limit);
  }
}

class Entity {
  static #count = 0;
  static get count() { return Entity.#count; }

  #x;
  #y;
  #alive = true;
  #id = ++Entity.#count;

  constructor(x, y) {
    this.#x = x;
    this.#y = y;
  }

  get x() { return this.#x; }
  get y() { return this.#y; }
  get id() { return this.#id; }
  get isAlive() { return this.#alive; }

  moveBy(dx, dy) {
    this.#x += dx;
    this.#y += dy;
  }

  distanceTo(other) {
    const dx = this.#x - other.#x;
    const dy = this.#y - other.#y;
    return Math.sqrt(dx * dx + dy * dy);
  }

  die() { this.#alive = false; }
  update() {}
  static isEntity(value) { return typeof value === 'object' && value !== null && #alive in value; }
}

class Monster extends Entity {
  #health;
  #path;
  #step = 0;
  #slow = 0;
  #taken = 0;

  constructor(path, health) {
    super(path[0].x, path[0].y);
    this.#path = path;
    this.#health = health;
  }

  get taken() { return this.#taken; }
  get health() { return this.#health; }
  get progress() { return this.#step; }
  get hasArrived() { return this.#step === this.#path.length - 1; }
  get speed() { return this.#slow > 0 ? 0.5 : 1; }
  get bounty() { return 5; }

  slowDown(ticks) { this.#slow = Math.max(this.#slow, ticks); }

  hurt(damage) {
    const taken = Math.min(this.#health, this.absorb(damage));
    this.#health -= taken;
    this.#taken += taken;
    if (this.#health === 0) this.die();
    return taken;
  }

  absorb(damage) { return damage; }

  update() {
    if (this.#slow > 0) this.#slow--;
    this.#walk(this.speed);
  }

  #walk(way) {
    while (way > 0 && !this.hasArrived) {
      const target = this.#path[this.#step + 1];
      const dx = target.x - this.x;
      const dy = target.y - this.y;
      const rest = Math.abs(dx) + Math.abs(dy);
      if (rest <= way) {
        this.moveBy(dx, dy);
        this.#step++;
        way -= rest;
      } else {
        this.moveBy((dx / rest) * way, (dy / rest) * way);
        way = 0;
      }
    }
  }
}

class Runner extends Monster {
  get speed() { return super.speed * 2; }
}

class Knight extends Monster {
  #armour = 3;
  get bounty() { return super.bounty + 4; }
  absorb(damage) {
    const through = Math.max(1, super.absorb(damage) - this.#armour);
    if (damage > 10 && this.#armour > 0) this.#armour--;
    return through;
  }
}

class Troll extends Monster {
  #anger = 0;
  get bounty() { return super.bounty * 3; }
  absorb(damage) {
    this.#anger++;
    return super.absorb(damage) >> 1;
  }
  get speed() { return super.speed * (this.#anger > 20 ? 1.5 : 0.75); }
}

class Projectile extends Entity {
  #target;
  #tower;
  constructor(tower, target) {
    super(tower.x, tower.y);
    this.#tower = tower;
    this.#target = target;
  }
  update(game) {
    const distance = this.distanceTo(this.#target);
    if (distance <= 3) {
      this.#tower.hit(this.#target, game);
      this.die();
      return;
    }
    this.moveBy(((this.#target.x - this.x) / distance) * 3, ((this.#target.y - this.y) / distance) * 3);
  }
}

class Tower extends Entity {
  #cooldown = 0;
  #dealt = 0;

  get range() { return 8; }
  get damage() { return 4; }
  get period() { return 5; }
  get dealt() { return this.#dealt; }

  #choose(monsters) {
    let best = null;
    for (const monster of monsters) {
      if (!monster.isAlive || this.distanceTo(monster) > this.range) continue;
      if (best === null || this.prefers(monster, best)) best = monster;
    }
    return best;
  }

  prefers(a, b) { return a.progress > b.progress; }

  update(game) {
    if (this.#cooldown > 0) {
      this.#cooldown--;
      return;
    }
    const target = this.#choose(game.monsters);
    if (target === null) return;
    this.#cooldown = this.period;
    game.shoot(new Projectile(this, target));
  }

  deal(monster, damage) {
    if (monster.isAlive) this.#dealt += monster.hurt(damage);
  }

  hit(monster) { this.deal(monster, this.damage); }
}

class Cannon extends Tower {
  get damage() { return super.damage * 3; }
  get period() { return 16; }
  hit(monster, game) {
    for (const other of game.monsters) if (other.distanceTo(monster) < 2) this.deal(other, this.damage);
  }
}

class Freezer extends Tower {
  static #TICKS = 6;
  get damage() { return 1; }
  hit(monster, game) {
    super.hit(monster, game);
    monster.slowDown(Freezer.#TICKS);
  }
}

class Sniper extends Tower {
  get range() { return super.range * 3; }
  get period() { return 12; }
  get damage() { return 9; }
  prefers(a, b) { return a.health > b.health; }
}

class Game {
  #towers = [];
  #monsters = [];
  #projectiles = [];
  #gold = 0;
  #lost = 0;
  #taken = 0;
  #ticks = 0;
  #random;
  #path;

  constructor(random, size) {
    this.#random = random;
    this.#path = Game.#winding(size);
    const kinds = [Tower, Cannon, Freezer, Sniper, Tower];
    for (let i = 0; i < 20; i++) this.#towers.push(new kinds[i % kinds.length](random.below(size), random.below(size)));
  }

  static #winding(size) {
    const path = [];
    for (let y = 0, right = true; y < size; y += 4, right = !right) path.push({ x: right ? 0 : size, y }, { x: right ? size : 0, y });
    return path;
  }

  get monsters() { return this.#monsters; }
  get result() { return { gold: this.#gold, lost: this.#lost, taken: this.#taken, ticks: this.#ticks }; }
  get dealt() { return this.#towers.reduce((sum, { dealt }) => sum + dealt, 0); }
  shoot(projectile) { this.#projectiles.push(projectile); }

  #spawn(wave) {
    const kinds = [Monster, Runner, Knight, Troll];
    const Kind = kinds[this.#random.below(kinds.length)];
    this.#monsters.push(new Kind(this.#path, 20 + 4 * wave));
  }

  play(wave) {
    for (let left = 25; left > 0 || this.#monsters.length > 0; this.#ticks++) {
      if (left > 0 && this.#ticks % 4 === 0) {
        this.#spawn(wave);
        left--;
      }
      for (const group of [this.#monsters, this.#towers, this.#projectiles]) for (const entity of group) entity.update(this);
      this.#sweep();
    }
  }

  #sweep() {
    this.#projectiles = this.#projectiles.filter(({ isAlive }) => isAlive);
    const staying = [];
    for (const monster of this.#monsters) {
      if (monster.isAlive && !monster.hasArrived) {
        staying.push(monster);
        continue;
      }
      if (monster.isAlive) this.#lost++;
      else this.#gold += monster.bounty;
      this.#taken += monster.taken;
      monster.die();
    }
    this.#monsters = staying;
  }
}

const random = new Random(2);
let [gold, lost, ticks, dealt] = [0, 0, 0, 0];
for (let wave = 1; wave <= WAVES; wave++) {
  const game = new Game(random, 32);
  game.play(wave);
  const { result } = game;
  if (result.taken !== game.dealt) throw new Error(`${game.dealt} dealt, ${result.taken} taken`);
  gold += result.gold;
  lost += result.lost;
  ticks += result.ticks;
  dealt += game.dealt;
}
if (!Entity.isEntity(new Troll([{ x: 0, y: 0 }], 1)) || Entity.isEntity({ x: 0 })) throw new Error('brands are wrong');
console.log(`tower-defence: ${WAVES} waves, ${ticks} ticks, ${dealt} damage, ${gold} gold, ${lost} came through, ${Entity.count} entities`);
