package org.pingyi.base.web.connector;

import org.apache.coyote.http11.Http11Nio2Protocol;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has Tomcat wait for requests with the asynchronous channels of Java: its own poller is
 * woken after each answer, which costs a small machine as much as sending the first page
 * of the vote. These channels want the threads for themselves, or they outlive a stop, so
 * Tomcat makes its own virtual ones.
 */
@Component
class HttpConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	static {
		// What a stranger sends fills no log: Tomcat speaks of malformed requests at
		// debug.
		System.setProperty("org.apache.juli.logging.UserDataHelper.CONFIG", "DEBUG_ALL");
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.setProtocol(Http11Nio2Protocol.class.getName());
		factory.addProtocolHandlerCustomizers((handler) -> handler.setExecutor(null));
		factory.addEngineValves(new UnknownProtocols());
		factory.addConnectorCustomizers((connector) -> {
			connector.setProperty("useVirtualThreads", "true");
			// Tomcat fails from the eleventh language on; we ask for none, and a header
			// is short.
			connector.setMaxLocaleCount(-1);
		});
	}

}
