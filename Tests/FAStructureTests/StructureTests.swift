import FAInvoice
import FAStructure
import Testing
