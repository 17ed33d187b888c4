"""Draft, check and publish the annual report on building a law-based government (法治政府建设年度报告).

The whole line from Python::

    from drafter import check, compose, load, write
    data = load("qinghe.yaml")
    document = compose(data.report)
    for finding in check(data):
        print(finding)
    write(document, "qinghe.docx")
"""

__version__ = "0.1.0"
