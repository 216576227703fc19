// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/large_catalog.h"

#include "models/base/json.h"
#include "models/catalog/barcode.h"
#include "models/feed/entity_codec.h"
#include "models/feed/entity_types.h"

#include <QUuid>

namespace crema::e2e {
namespace {

using namespace Qt::StringLiterals;

constexpr int longestMs = 120'000;
/// In a document that stands for many: the number of each.
const QString numberSign = u"#"_s;
/// The first half of the ids; the number of each is the second.
const QString productIds = u"00000000-0000-7000-8000-"_s;
const QString variantIds = u"00000000-0000-7000-9000-"_s;
const QString noNumber = u"000000000000"_s;

bool run(const PlatformProcess &platform, const QString &statement)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(u"psql"_s, platform.psql(statement));
    return process.waitForFinished(longestMs) && process.exitCode() == 0;
}

QString literal(const QJsonObject &entity)
{
    return u'\'' + QString::fromUtf8(json::writeCanonical(entity)).replace(u'\'', u"''"_s) + u'\'';
}

/// Rows with the numbers `from` to `to`, which differ by their number only.
QString rows(QStringView type, const QString &ids, const QJsonObject &entity, int from, int to)
{
    return u"insert into sync.feed (entity_type, entity_id, audience, deleted, entity) "
           "select '%1', ('%2' || hex)::uuid, 'company', false, "
           "replace(replace(%3, '-%4\"', '-' || hex || '\"'), '%5', number::text)::json "
           "from (select number, lpad(to_hex(number), 12, '0') as hex from generate_series(%6, %7) as number) as n;"_s
               .arg(type.toString(), ids, literal(entity), noNumber, numberSign)
               .arg(from)
               .arg(to);
}

QString bothRows(const QString &name, const QString &sku, const QStringList &barcodes, qint64 priceMinor, int from,
                 int to)
{
    Product product;
    product.id = ProductId(QUuid(productIds + noNumber));
    product.name = name;
    Variant variant;
    variant.id = VariantId(QUuid(variantIds + noNumber));
    variant.product = product.id;
    variant.sku = sku;
    variant.barcodes = barcodes;
    variant.price = Price{Money(priceMinor, Currency::fromCode(u"EUR").value()), 1};
    return rows(entity::product, productIds, codec::toJson(product), from, to) +
           rows(entity::variant, variantIds, codec::toJson(variant), from, to);
}

} // namespace

QString largeName(int number)
{
    return u"Roast %1 of the large catalog"_s.arg(number);
}

QString renamedName(int number)
{
    return u"Blend %1 of the large catalog"_s.arg(number);
}

bool feedLargeCatalog(const PlatformProcess &platform, int products, const QList<ScannedArticle> &articles)
{
    constexpr qint64 priceMinor = 450;
    QString statement = bothRows(u"Roast # of the large catalog"_s, u"LARGE-#"_s,
                                 {u"LARGE-#-1"_s, u"LARGE-#-2"_s, u"LARGE-#-3"_s}, priceMinor, 1, products);
    int number = products;
    for (const ScannedArticle &article : articles) {
        ++number;
        statement += bothRows(article.name, u"SCANNED-#"_s, {Barcode::parse(article.barcode)->normalised()},
                              article.priceMinor, number, number);
    }
    return run(platform, statement);
}

bool renameInFeed(const PlatformProcess &platform, int products)
{
    // A transaction writes at most 2,000 rows (sync.md rule 11).
    return run(platform, u"do $$ begin for number in 1 .. %1 by 1000 loop "
                         "update sync.feed set entity = replace(entity::text, '\"Roast ', '\"Blend ')::json, "
                         "position = nextval('sync.feed_position'), xid = pg_current_xact_id() "
                         "where entity_type = '%2' and entity_id between ('%3' || lpad(to_hex(number), 12, '0'))::uuid "
                         "and ('%3' || lpad(to_hex(least(number + 999, %1)), 12, '0'))::uuid; "
                         "commit; end loop; end $$"_s.arg(products)
                             .arg(entity::product.toString(), productIds));
}

} // namespace crema::e2e
