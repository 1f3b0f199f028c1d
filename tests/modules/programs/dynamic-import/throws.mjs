console.log('about to throw'); throw new TypeError('thrown at the top level');
