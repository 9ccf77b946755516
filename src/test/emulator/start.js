// Starts the emulator on the port given as the first argument and says so when it is ready. It is left as it is: even
// its dates in milliseconds, which the bot has to bear.
const TelegramServer = require('telegram-test-api');

const server = new TelegramServer({ host: '127.0.0.1', port: Number(process.argv[2]) });
server.start().then(() => console.log('ready'));
