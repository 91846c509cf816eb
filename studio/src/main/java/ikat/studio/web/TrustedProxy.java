package ikat.studio.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Takes the client's address, the scheme and the host from what a reverse proxy says in {@code
 * X-Forwarded-For}, {@code -Proto} and {@code -Host}; what others say there counts for nothing. Of
 * several addresses the last counts, which the proxy added itself.
 *
 * @param proxy whose requests are taken to be others'
 */
record TrustedProxy(InetAddress proxy) implements HttpConfiguration.Customizer {

    @Override
    public Request customize(Request request, HttpFields.Mutable answer) {
        SocketAddress from = request.getConnectionMetaData().getRemoteSocketAddress();
        boolean trusted = from instanceof InetSocketAddress inet && proxy.equals(inet.getAddress());
        return trusted ? new Forwarded(request) : request;
    }

    /** The last of the values that a header lists, or null if there is none. */
    private static @Nullable String last(Request request, HttpHeader header) {
        List<String> values = request.getHeaders().getCSV(header, false);
        return values.isEmpty() ? null : values.get(values.size() - 1);
    }

    /** A request as the proxy received it. */
    private static final class Forwarded extends Request.Wrapper {

        private final HttpURI address;
        private final ConnectionMetaData connection;

        Forwarded(Request request) {
            super(request);
            HttpURI own = request.getHttpURI();
            HttpURI.Mutable said = HttpURI.build(own);
            if ("https".equalsIgnoreCase(last(request, HttpHeader.X_FORWARDED_PROTO))) {
                said.scheme("https");
            }
            HostPort host = host(request, own);
            said.authority(host.getHost(), host.getPort(0));
            this.address = said.asImmutable();
            this.connection = new ForwardedConnection(request, address, host);
        }

        private static HostPort host(Request request, HttpURI own) {
            String said = last(request, HttpHeader.X_FORWARDED_HOST);
            try {
                return new HostPort(said == null ? own.getAuthority() : said);
            } catch (IllegalArgumentException e) {
                return new HostPort(own.getAuthority());
            }
        }

        @Override
        public HttpURI getHttpURI() {
            return address;
        }

        @Override
        public HttpFields getHeaders() {
            return HttpFields.build(super.getHeaders())
                    .put(HttpHeader.HOST, address.getAuthority())
                    .asImmutable();
        }

        @Override
        public boolean isSecure() {
            return "https".equals(address.getScheme());
        }

        @Override
        public ConnectionMetaData getConnectionMetaData() {
            return connection;
        }
    }

    private static final class ForwardedConnection extends ConnectionMetaData.Wrapper {

        private final HttpURI address;
        private final HostPort host;
        private final SocketAddress client;

        ForwardedConnection(Request request, HttpURI address, HostPort host) {
            super(request.getConnectionMetaData());
            this.address = address;
            this.host = host;
            String said = last(request, HttpHeader.X_FORWARDED_FOR);
            this.client =
                    said == null || said.isBlank()
                            ? super.getRemoteSocketAddress()
                            : InetSocketAddress.createUnresolved(said, 0);
        }

        @Override
        public boolean isSecure() {
            return "https".equals(address.getScheme());
        }

        @Override
        public HostPort getServerAuthority() {
            return host;
        }

        @Override
        public SocketAddress getRemoteSocketAddress() {
            return client;
        }
    }
}
