public import ArgumentParser
public import OfflineSigning

// Words of the house that stand on the command line as they are.

extension CertificateRequest.Key: ExpressibleByArgument {}
