"""A port of this machine that is ours from the first to the last, also while nobody listens on it."""

import socket

HOST = "127.0.0.1"


class Port:
    """Tests run beside each other: a port that was free a moment ago may be somebody else's by now."""

    def __init__(self) -> None:
        self._held = socket.socket()
        self._held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        self._held.bind((HOST, 0))
        self.number: int = self._held.getsockname()[1]

    def listen(self) -> socket.socket:
        return socket.create_server((HOST, self.number), backlog=128, reuse_port=True)

    def is_listened_on(self) -> bool:
        try:
            socket.create_connection((HOST, self.number)).close()
        except ConnectionRefusedError:
            return False
        return True

    def release(self) -> None:
        self._held.close()
