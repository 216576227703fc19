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
    // The change of a body adds its number and its step here, and a file of the older form to tests/wire.
    static const OperationSchemas schemas([] {
        std::vector<OperationSchema> all;
        all.push_back({shiftClose.toString(), 2, {BodyStep()}}); // without pieces and Z it is the first still
        for (const QStringView type : {shiftOpen,     cashMove,      saleComplete, stockAdjust,    productCreate,
                                       productEdit,   variantCreate, variantEdit,  customerCreate, customerEdit,
                                       customerErase, personCreate,  personEdit,   personSetPin,   personSetBadge,
                                       personErase,   roleCreate,    roleEdit,     settingsEdit,   attentionResolve})
            all.push_back({type.toString(), 1, {}});
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
    for (; operation.schema < schema->newest; ++operation.schema) {
        const BodyStep &step = schema->steps.at(static_cast<std::size_t>(operation.schema - 1));
        if (!step)
            break;
        operation.body = step(std::move(operation.body));
    }
    return operation;
}

} // namespace crema
