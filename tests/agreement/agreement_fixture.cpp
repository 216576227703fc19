// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/agreement/agreement_fixture.h"

#include "models/feed/entity_codec.h"
#include "platform/company/reference_writer.h"
#include "platform/devices/enrolment.h"
#include "reports/documents/escpos_renderer.h"
#include "reports/documents/receipt_document.h"
#include "tests/reports/documents/escpos_decoder.h"

#include <QJsonDocument>

namespace crema::testing {
namespace {

void save(platform::ConnectionPool &pool, const auto &entity)
{
    const auto connection = pool.borrow();
    platform::Transaction transaction(*connection);
    platform::ReferenceWriter writer(transaction);
    writer.save(entity);
    writer.finish();
    transaction.commit();
}

} // namespace

void Counter::sync()
{
    const auto report = now(client.syncOnce());
    ASSERT_TRUE(report) << qPrintable(report.error().code);
    ASSERT_FALSE(report->stopped) << qPrintable(report->stopped->code + u' ' + report->stopped->message);
    ASSERT_EQ(report->queue.unsent(), 0);
    ASSERT_EQ(report->queue.needsAttention, 0);
}

void AgreementTest::SetUp()
{
    ServicesTest::SetUp();
    owner = addPerson(Role::Admin, QStringLiteral("owner@example.org"), {});
}

Location AgreementTest::addPlace(const QString &code, QStringView currency, const QString &country,
                                 PricesInclude pricesInclude)
{
    Location place = shop;
    place.id = newId<LocationId>();
    place.code = place.name = code;
    place.currency = Currency::fromCode(currency).value();
    place.country = country;
    place.pricesInclude = pricesInclude;
    save(pool, place);
    return place;
}

void AgreementTest::addTaxClass(const QString &name, TaxRate rate)
{
    save(pool, TaxClass{newId<TaxClassId>(), name, rate, false});
}

std::unique_ptr<Counter> AgreementTest::addCounter(const Location &place)
{
    const auto handler = [this](const http::Request &asked) {
        http::Request request = asked;
        request.remoteAddress = address;
        request.id = newId<OperationId>().value();
        return serve(request);
    };
    auto counter = std::make_unique<Counter>(clock, handler, ++m_counters);
    const Result<void> opened = now(counter->client.open(counter->folder.request()));
    EXPECT_TRUE(opened) << (opened ? "" : qPrintable(opened.error().code));
    const QString code =
        platform::makeEnrolCode(*pool.borrow(), place.code, owner.email, clock.now(), randomness).value();
    const Result<void> enrolled = now(counter->client.enroll(QUrl(QStringLiteral("http://127.0.0.1:1")), code,
                                                             QStringLiteral("Till %1").arg(m_counters)));
    EXPECT_TRUE(enrolled) << (enrolled ? "" : qPrintable(enrolled.error().code));
    counter->sync();
    return counter;
}

Sale AgreementTest::saleAtPlatform(SaleId id)
{
    const QByteArray document = textOf("select document from sales.sale where id = '" + id.toString().toLatin1() + "'");
    return codec::readSale(QJsonDocument::fromJson(document).object()).value();
}

Shift AgreementTest::shiftAtPlatform(ShiftId id)
{
    const QByteArray document =
        textOf("select document from sales.shift where id = '" + id.toString().toLatin1() + "'");
    return codec::readShift(QJsonDocument::fromJson(document).object()).value();
}

PrintedSums printed(const Sale &sale)
{
    documents::ReceiptInput input;
    input.sale = sale;
    input.businessName = QStringLiteral("Larkmoor Coffee");
    const QLocale irish(QLocale::English, QLocale::Ireland);
    const documents::PrinterProfile printer = documents::printerProfiles().constFirst();
    const documents::PrintedPaper paper =
        documents::decodeEscPos(documents::escPosOf(documents::receiptDocument(input, irish), printer));
    EXPECT_EQ(paper.unknown, QString());
    return readPrinted(paper.lines, sale.total.currency());
}

PrintedSums toBePrinted(const Sale &sale)
{
    const Money zero(0, sale.total.currency());
    PrintedSums sums{sale.total, sale.total, sale.total + sale.rounding, sale.rounding, zero, zero, zero, sale.total};
    sums.settled = sums.due;
    for (const TaxSummary &tax : sale.taxes) {
        sums.net += tax.net;
        sums.tax += tax.tax;
    }
    return sums;
}

} // namespace crema::testing
