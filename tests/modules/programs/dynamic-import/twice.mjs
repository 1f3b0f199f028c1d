console.log('twice runs once');
