/** Quantities in words and arrays out of text, as codesign/report/words.py and embedded.py write them. */
const numbers = (() => {
  const prefixes = { "-15": "f", "-12": "p", "-9": "n", "-6": "µ", "-3": "m", 0: "", 3: "k", 6: "M", 9: "G" };
  const factors = Object.fromEntries(Object.entries(prefixes).map(([power, prefix]) => [prefix, 10 ** power]));

  /** A few digits and a prefix: 1.24e-8, "W" gives "12.4 nW". */
  function si(value, unit, digits = 3) {
    if (value === 0 || !Number.isFinite(value)) return `${value} ${unit}`;
    let power = Math.max(-15, Math.min(9, 3 * Math.floor(Math.log10(Math.abs(value)) / 3 + 1e-9)));
    let mantissa = Number((value / 10 ** power).toPrecision(digits));
    if (Math.abs(mantissa) >= 1000 && power < 9) {
      power += 3;
      mantissa = Number((value / 10 ** power).toPrecision(digits));
    }
    return `${mantissa} ${prefixes[power]}${unit}`;
  }

  /** What a cell of a table says as a number: "12.4 nW" is 1.24e-8, "4 of 10" is 4; NaN for words. */
  function parsed(text) {
    const found = /^[^\d+−-]{0,2}([+−-]?[\d,]*\.?\d+(?:e[+-]?\d+)?)\s*([fpnµmkMG]?)(?=[A-Za-zΩ°%]|\s|$)/.exec(text.trim());
    if (!found) return NaN;
    const unit = text.trim().slice(found[0].length);
    const factor = /^[AVWJsHF]/.test(unit) || unit === "Hz" ? factors[found[2]] : 1;
    return Number(found[1].replaceAll(",", "").replace("−", "-")) * factor;
  }

  function bytes(text) {
    const raw = atob(text);
    const array = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; i++) array[i] = raw.charCodeAt(i);
    return array.buffer;
  }

  return {
    si,
    parsed,
    /** A value in a unit that has a prefix of its own: 0.00004, "nA" gives "40 fA". */
    quantity: (value, unit, digits) => (unit.length > 1 ? si(value * factors[unit[0]], unit.slice(1), digits) : si(value, unit, digits)),
    float32: (text) => new Float32Array(bytes(text)),
    /** One byte for each bit, the highest first, as NumPy packs them. */
    bits: (text) => Uint8Array.from(new Uint8Array(bytes(text)), (byte) => byte).reduce((all, byte, i) => {
      for (let bit = 0; bit < 8; bit++) all[8 * i + bit] = (byte >> (7 - bit)) & 1;
      return all;
    }, new Uint8Array(8 * Math.ceil((text.length * 3) / 4))),
    float64: (text) => new Float64Array(bytes(text)),
    json: (id) => JSON.parse(document.getElementById(id).textContent),

    /** The straight line between the points (time, values) at ``at``; null outside of them. */
    between(time, values, at) {
      let low = 0;
      let high = time.length - 1;
      if (!(at >= time[low] && at <= time[high])) return null;
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (time[middle] <= at) low = middle;
        else high = middle;
      }
      const span = time[high] - time[low];
      return span > 0 ? values[low] + ((values[high] - values[low]) * (at - time[low])) / span : values[high];
    },
  };
})();
