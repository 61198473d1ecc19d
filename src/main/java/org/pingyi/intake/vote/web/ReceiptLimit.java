package org.pingyi.intake.vote.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.ClientAddress;
import org.pingyi.intake.vote.Entrance;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Bounds how often receipts are looked up from one address. */
@Configuration
class ReceiptLimit implements WebMvcConfigurer {

	private final Entrance entrance;

	private final ClientAddress addresses;

	ReceiptLimit(Entrance entrance, ClientAddress addresses) {
		this.entrance = entrance;
		this.addresses = addresses;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(new Limit(this.entrance, this.addresses))
			.addPathPatterns("/vote/receipt", "/vote/receipt/proof");
	}

	private record Limit(Entrance entrance, ClientAddress addresses) implements HandlerInterceptor {

		@Override
		public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
			if (request.getMethod().equals("POST")) {
				this.entrance.countReceipt(this.addresses.household(request));
			}
			return true;
		}

	}

}
