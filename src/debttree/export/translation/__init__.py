"""The files that go to a translator and come back: PO for the tools of the trade, CSV for spreadsheets."""
