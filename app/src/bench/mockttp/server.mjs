// A mockttp server that answers everything with 200 and keeps it in memory. Takes the port.
import { Server } from 'node:net';
import { getLocal } from 'mockttp';

// mockttp listens on all addresses and cannot be told otherwise.
const listen = Server.prototype.listen;
Server.prototype.listen = function (port, ...rest) {
  return typeof port === 'number' ? listen.call(this, port, '127.0.0.1', ...rest) : listen.call(this, port, ...rest);
};

const server = getLocal();
await server.start(Number(process.argv[2]));
await server.forAnyRequest().thenReply(200);
