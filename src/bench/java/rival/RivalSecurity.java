package rival;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** No security at all for the plain one, the defaults for the conventional one. */
@Configuration
class RivalSecurity {

	@Bean
	@Order(1)
	SecurityFilterChain plain(HttpSecurity http) {
		return http.securityMatcher("/plain")
			.csrf((csrf) -> csrf.disable())
			.sessionManagement((session) -> session.disable())
			.headers((headers) -> headers.disable())
			.requestCache((cache) -> cache.disable())
			.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain conventional(HttpSecurity http) {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

}
