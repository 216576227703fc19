// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/operations/operation_schemas.h"

#include "models/operations/operation_types.h"

namespace crema {

OperationSchemas::OperationSchemas(std::vector<OperationSchema> schemas)
{
    for (OperationSchema &schema : schemas) {
        Q_ASSERT(schema.newest == static_cast<int>(schema.steps.size()) + 1);
        Q_ASSERT(!m_schemas.contains(schema.type));
        const QString type = schema.type;
        m_schemas.insert(type, std::move(schema));
    }
}

const OperationSchemas &OperationSchemas::ours()
{
    using namespace operation;
    // A change of a body adds its number and its step here, and a file of the newer form to tests/wire.
    static const OperationSchemas schemas([] {
        std::vector<OperationSchema> all;
        for (const QStringView type :
             {shiftOpen,     cashMove,        cartTake,      cartDiscard,     stockAdjust,      productCreate,
              productEdit,   customerErase,   customerMerge, customerUnmerge, personCreate,     personEdit,
              personSetPin,  personSetBadge,  personErase,   settingsEdit,    attentionResolve, promotionCreate,
              promotionEdit, priceListCreate, priceListEdit, giftCardCreate,  giftCardEdit,     giftCardAdjust,
              pointsAdjust,  paymentAsk,      paymentCancel, paymentSettle})
            all.push_back({type.toString(), 1, {}});
        // Without pieces and Z (ADR 049), and with nothing taken back (ADR 050), they are the first still; the third of
        // each says more besides (ADR 054), and so does the fourth (ADR 061, ADR 062). The fifth has a note for the
        // customer.
        all.push_back({shiftClose.toString(), 4, {BodyStep(), BodyStep(), BodyStep()}});
        all.push_back({saleComplete.toString(), 5, {BodyStep(), BodyStep(), BodyStep(), BodyStep()}});
        // Without components they are the first still (ADR 064), and a cart without options, coupons, points, a note
        // for the customer and lines that are no articles (ADR 058). So are a role that says nothing about what it pays
        // back (ADR 037) and a customer without a card.
        for (const QStringView type :
             {variantCreate, variantEdit, cartPark, roleCreate, roleEdit, customerCreate, customerEdit})
            all.push_back({type.toString(), 2, {BodyStep()}});
        return all;
    }());
    return schemas;
}

bool OperationSchemas::knows(const Operation &operation) const
{
    const auto schema = m_schemas.constFind(operation.type);
    return schema != m_schemas.constEnd() && operation.schema <= schema->newest;
}

Operation OperationSchemas::upcast(Operation operation) const
{
    const auto schema = m_schemas.constFind(operation.type);
    if (schema == m_schemas.constEnd())
        return operation;
    for (int from = operation.schema; from < schema->newest; ++from) {
        const BodyStep &step = schema->steps.at(static_cast<std::size_t>(from - 1));
        if (!step)
            continue;
        operation.body = step(std::move(operation.body));
        operation.schema = from + 1;
    }
    return operation;
}

} // namespace crema
