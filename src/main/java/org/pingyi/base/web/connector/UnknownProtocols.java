package org.pingyi.base.web.connector;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Answers 400 where Tomcat would answer 501 ahead of every filter: a transfer coding that
 * it does not know, or CONNECT. Whoever watches the server counts 5xx as its failures,
 * and these are the client's.
 */
class UnknownProtocols extends ValveBase {

	UnknownProtocols() {
		super(true);
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		if (response.getStatus() == HttpServletResponse.SC_NOT_IMPLEMENTED) {
			response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
		}
		getNext().invoke(request, response);
	}

}
