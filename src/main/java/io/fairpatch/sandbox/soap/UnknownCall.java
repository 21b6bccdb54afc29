package io.fairpatch.sandbox.soap;

/** A call that the API has not, in the words of a real org. */
final class UnknownCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCall(Envelope call) {
        super("No operation available for request {%s}%s, please check the WSDL for the service."
                .formatted(call.call().getNamespaceURI(), call.operation()));
    }
}
