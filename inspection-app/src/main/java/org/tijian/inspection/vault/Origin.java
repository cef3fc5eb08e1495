package org.tijian.inspection.vault;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where a request came from, as coarsely as it is kept: enough to tell the plant's own network from
 * the internet, too little to follow a person. The address itself is not kept.
 */
enum Origin {
  THIS_MACHINE("this-machine"),
  PRIVATE_NETWORK("private-network"),
  INTERNET("internet"),
  /** The platform by itself: no request. */
  SERVER("server");

  private final String word;

  Origin(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  /** Of the request that this thread answers. */
  static Origin current() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request instanceof ServletRequestAttributes servlet
        ? of(servlet.getRequest().getRemoteAddr())
        : SERVER;
  }

  /**
   * @param address a literal IPv4 or IPv6 address, as the connection has it
   */
  static Origin of(String address) {
    try {
      InetAddress from = InetAddress.getByName(address);
      if (from.isLoopbackAddress()) {
        return THIS_MACHINE;
      }
      return from.isSiteLocalAddress() || from.isLinkLocalAddress() || isUniqueLocal(from)
          ? PRIVATE_NETWORK
          : INTERNET;
    } catch (UnknownHostException e) {
      return INTERNET;
    }
  }

  /** fc00::/7, RFC 4193. */
  private static boolean isUniqueLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
  }
}
